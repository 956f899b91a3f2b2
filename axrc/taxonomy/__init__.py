"""Category, Region, Industry, Benefit: the lists that resumes, companies and jobs point to."""
