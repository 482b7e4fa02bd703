import { ParseOption, XmlDocument, XmlLibError } from 'libxml2-wasm';

/**
 * Parses a document that nobody vouches for. No network, no outside entity; a document type is refused, since CAP has
 * none and it only serves to swell or to reach for files. `blanks: false` drops text nodes of white space alone.
 * Throws an Error that says what is wrong. The caller disposes of the document.
 */
export function parseXml(bytes: Uint8Array, { blanks = true } = {}): XmlDocument {
  const option =
    ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | (blanks ? 0 : ParseOption.XML_PARSE_NOBLANKS);
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes, { option });
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const [first] = error.details;
    throw new Error(`not well-formed XML: ${first ? `line ${first.line}: ${first.message.trim()}` : error.message}`);
  }
  if (document.dtd !== null) {
    document.dispose();
    throw new Error('has a document type, which CAP does not allow');
  }
  return document;
}
