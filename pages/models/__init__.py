from pages.models.feedback import Feedback
from pages.models.link import FriendLink
from pages.models.page import Page
from pages.models.site import SiteProfile

__all__ = ["Feedback", "FriendLink", "Page", "SiteProfile"]
