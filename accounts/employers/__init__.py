"""What people do who hire: the pages under /my/company/ and /my/team/."""
