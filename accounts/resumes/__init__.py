"""Resumes: writing one, handing it out, finding and opening those of others."""
