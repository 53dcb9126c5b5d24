"""Faces: what people and programs see. A face imports the domain and the web toolkit, never another face."""
