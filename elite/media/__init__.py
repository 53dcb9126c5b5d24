"""Pictures: masters kept under the hash of their content, and the sizes of them that pages show.

`store_master` keeps one, `picture_address` says where it is shown, `derivative` makes a size at its first request.
Other packages keep keys, never paths; `find_pictures` tells width, height and the tiny placeholder of each.
"""

from elite.media.addresses import FORMATS, WIDTHS, check_address, picture_address
from elite.media.derivatives import derivative, warm, warm_some
from elite.media.downloads import (
    Pending,
    download,
    expect_picture,
    expect_pictures,
    keep_download,
    note_failure,
    pending_downloads,
)
from elite.media.errors import NoSuchPicture, NotAPicture, NotFetched, PictureBusy
from elite.media.masters import find_picture, find_pictures, store_master, store_masters
from elite.media.missing import MISSING_DRAWING
from elite.media.picture import Picture, State

__all__ = [
    "FORMATS",
    "MISSING_DRAWING",
    "WIDTHS",
    "NoSuchPicture",
    "NotAPicture",
    "NotFetched",
    "Pending",
    "Picture",
    "PictureBusy",
    "State",
    "check_address",
    "derivative",
    "download",
    "expect_picture",
    "expect_pictures",
    "find_picture",
    "find_pictures",
    "keep_download",
    "note_failure",
    "pending_downloads",
    "picture_address",
    "store_master",
    "store_masters",
    "warm",
    "warm_some",
]
