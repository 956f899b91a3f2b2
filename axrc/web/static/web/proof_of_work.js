/* Solves a form's challenge (axrc/web/proof_of_work.py) from the first key on, so that it is done before the last one. */
(() => {
  const BATCH = 250;
  const LONGEST_WAIT = 6000;
  const encoder = new TextEncoder();

  const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

  const digest = async (challenge, number) =>
    hex(await crypto.subtle.digest(challenge.algorithm, encoder.encode(challenge.salt + number)));

  const solve = async (challenge) => {
    for (let first = 0; first <= challenge.maxNumber; first += BATCH) {
      const numbers = Array.from({ length: BATCH }, (_, index) => first + index);
      const digests = await Promise.all(numbers.map((number) => digest(challenge, number)));
      const found = digests.indexOf(challenge.challenge);
      if (found >= 0) return first + found;
    }
    return null;
  };

  const attach = (field) => {
    const { form } = field;
    const challenge = JSON.parse(field.dataset.challenge);
    let work = null;
    let isWaiting = false;

    const start = () => {
      work ??= solve(challenge).then((number) => {
        if (number === null) return;
        const { algorithm, salt, signature } = challenge;
        field.value = btoa(JSON.stringify({ algorithm, challenge: challenge.challenge, number, salt, signature }));
      });
      return work;
    };

    form.addEventListener("input", start, { once: true });
    form.addEventListener("submit", (event) => {
      if (field.value) return;
      event.preventDefault();
      if (isWaiting) return;
      isWaiting = true;
      const tooLong = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
      Promise.race([start(), tooLong]).finally(() => form.submit());
    });
  };

  // Browsers offer the digest on secure pages only; without it the form works and is merely limited more.
  if (window.crypto?.subtle) document.querySelectorAll("input[data-challenge]").forEach(attach);
})();
