// Says so when a passkey could not be made or used. allauth only writes to the console.
document.addEventListener("allauth.error", (event) => {
  const trouble = document.querySelector("[data-passkey-trouble]");
  if (trouble) {
    event.preventDefault();
    trouble.hidden = false;
    trouble.scrollIntoView({ block: "nearest" });
  }
});
