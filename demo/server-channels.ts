/** In which the page says what channels its server is to offer: a name and its values, for both sides. */
export const channelsHeader = 'demo-channels';
