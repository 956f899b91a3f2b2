"""One text message, and what it means that it could not be sent."""

from dataclasses import dataclass, field


class NotSent(Exception):
    """The message did not leave. Says why without the number and the text, since it is logged."""


@dataclass(frozen=True)
class Message:
    """`number` is E.164; `text` is what people read, `parameters` the changing parts of it, for services with templates.

    Number, text and parameters stay out of its repr: codes must not reach a log.
    """

    number: str = field(repr=False)
    template: str
    text: str = field(repr=False)
    parameters: dict = field(default_factory=dict, repr=False)
