"""The board: vacancies, and every way to find one."""
