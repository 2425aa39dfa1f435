// Signs in right here, without leaving the page: what waits on this device stays where it is.
export class SignIn {
  constructor({ server, words, onSignedIn }) {
    Object.assign(this, { server, words, onSignedIn });
    this.dialog = document.getElementById("sign-in");
    this.form = this.dialog.querySelector("form");
    this.message = this.dialog.querySelector("[role=alert]");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.dialog.querySelector("[data-later]").addEventListener("click", () => this.dialog.close());
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
  }

  // nobody is asked any longer, maybe because of another tab
  close() {
    this.opened = null;
    if (this.dialog.open) this.dialog.close();
  }

  async submit() {
    const { username, password } = this.form.elements;
    const button = this.form.querySelector("button:not([type=button])");
    button.disabled = true;
    const answer = await this.server.signIn(username.value, password.value);
    button.disabled = false;
    this.message.hidden = answer === "ok";
    if (answer !== "ok") {
      this.message.textContent = this.words[answer === "refused" ? "signInRefused" : "signInOffline"];
      return;
    }
    password.value = "";
    this.dialog.close();
    this.onSignedIn();
  }
}
