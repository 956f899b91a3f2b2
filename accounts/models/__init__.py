from accounts.models.company import Company, CompanyEntry, Recruiter
from accounts.models.user import User

__all__ = ["Company", "CompanyEntry", "Recruiter", "User"]
