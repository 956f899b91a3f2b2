"""What runs when. Each is a function that takes nothing, does what is due, and harms nothing when it runs again."""

SCHEDULE = {
    "hourly": [
        "accounts.exporting.making.expire",
    ],
    "daily": [
        "accounts.closing.erase_due",
        "accounts.resumes.hiding.warn",
        "accounts.verification.remind",
        "jobs.life.reminding.remind_ending",
        "jobs.life.reminding.ask_hired",
        "jobs.sheets.importing.forget_old",
    ],
}
