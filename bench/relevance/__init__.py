"""What seekers should find first, written down before tuning, and how much of it the board shows first."""
