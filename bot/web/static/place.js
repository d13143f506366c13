// Where the person is, if they let us know.

const PATIENCE_MS = 15_000;
const OLD_ENOUGH_MS = 60_000;

/** {lat, lon} in degrees (WGS 84), or null where the browser can't or the person won't. */
export function locate() {
  // Without https, browsers have no geolocation at all.
  if (!("geolocation" in navigator) || !isSecureContext) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lon: coords.longitude }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: OLD_ENOUGH_MS },
    );
  });
}
