"""What employers do with their jobs: the pages under /my/jobs/."""
