from accounts.models.resume.entry import ResumeEntry
from accounts.models.resume.lines import Certificate, Intention, Project, Schooling, Work
from accounts.models.resume.resume import Resume
from accounts.models.resume.view import ResumeView

__all__ = ["Certificate", "Intention", "Project", "Resume", "ResumeEntry", "ResumeView", "Schooling", "Work"]
