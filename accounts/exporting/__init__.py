"""All that the site holds on a person, for that person alone (DOMAIN.md L12): asked for, made, gone after two days."""
