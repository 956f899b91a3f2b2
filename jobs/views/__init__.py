"""The public pages of the board."""
