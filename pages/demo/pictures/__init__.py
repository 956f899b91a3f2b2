"""Draws the pictures of the demo content; a seed always gives the same."""

from pages.demo.pictures.covers import SCENES, cover
from pages.demo.pictures.logos import logo
from pages.demo.pictures.papers import letter, licence

__all__ = ["SCENES", "cover", "letter", "licence", "logo"]
