// Stands in a served page alone: when the server says that there is a newer one it is fetched and shown in place.

const events = new EventSource("/events");
events.addEventListener("page", () => location.reload());
events.addEventListener("trouble", () => location.reload());
