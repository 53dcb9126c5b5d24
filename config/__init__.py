"""What differs between machines: settings, the web server's dials, the processes of a development machine."""
