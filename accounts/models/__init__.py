from accounts.models.address import CompanyAddress
from accounts.models.company import Company, CompanyEntry, Recruiter
from accounts.models.consent import Consent, PolicyVersion
from accounts.models.disclosure import BlockedCompany, Disclosure
from accounts.models.leaving import Closing, Export
from accounts.models.photo import CompanyPhoto
from accounts.models.resume import Certificate, Intention, Project, Resume, ResumeEntry, ResumeView, Schooling, Work
from accounts.models.team import Invitation
from accounts.models.user import User
from accounts.models.verification import RefusalReason, Verification, VerificationReminder

__all__ = [
    "BlockedCompany",
    "Certificate",
    "Closing",
    "Company",
    "CompanyAddress",
    "CompanyEntry",
    "CompanyPhoto",
    "Consent",
    "Disclosure",
    "Export",
    "Intention",
    "Invitation",
    "PolicyVersion",
    "Project",
    "Recruiter",
    "RefusalReason",
    "Resume",
    "ResumeEntry",
    "ResumeView",
    "Schooling",
    "User",
    "Verification",
    "VerificationReminder",
    "Work",
]
