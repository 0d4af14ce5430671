/** Parts of `rows` in order, their sizes as equal as can be; some are empty where there are more parts than rows. */
export function splitRows(rows, parts) {
    const at = (part) => Math.floor((part * rows.length) / parts);
    // Copies: a view would be sent with all of its buffer.
    return Array.from({ length: parts }, (_, part) => rows.slice(at(part), at(part + 1)));
}
