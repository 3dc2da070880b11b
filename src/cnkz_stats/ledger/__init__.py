"""The data folder: claims, sources, series, identities."""
