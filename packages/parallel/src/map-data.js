/** The same structure with `f` of each item; an item is what has a shape. */
export function mapData(data, f) {
    if (Array.isArray(data))
        return data.map(f);
    if ('shape' in data)
        return f(data);
    return Object.fromEntries(Object.entries(data).map(([name, item]) => [name, f(item)]));
}
