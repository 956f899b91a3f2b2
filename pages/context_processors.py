"""What the chrome of every page shows."""


def chrome(request):
    return {"chrome": {}}
