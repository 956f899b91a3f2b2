"""Who you are: users and companies. Knows no job and no article."""
