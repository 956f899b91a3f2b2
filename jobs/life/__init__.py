"""The life of a job: its states, the one table of deeds that lead from state to state, and the deeds themselves."""

from jobs.life.states import State, state_of
from jobs.life.table import DEEDS, Actor, NotNow, Refused, possible

__all__ = ["DEEDS", "Actor", "NotNow", "Refused", "State", "possible", "state_of"]
