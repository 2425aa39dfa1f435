// Light or dark, by the system's wish; runs before the first paint.
const darkWished = matchMedia("(prefers-color-scheme: dark)");
const followWish = () => { document.documentElement.dataset.bsTheme = darkWished.matches ? "dark" : "light"; };
followWish();
darkWished.addEventListener("change", followWish);
