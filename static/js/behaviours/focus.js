// [data-focus]: a summary of errors is read first.
document.querySelector("[data-focus]")?.focus();
