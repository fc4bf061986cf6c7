/** What the manifest reads of one declaration: its comment, its JSDoc tags, its type in words. */
import ts from 'typescript';

/** @param {ts.Node} node the text of its comment, without the tags */
export function commentOf(node) {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join('\n\n');
  return text.replace(/\s*\n\s*(?!\n)/g, ' ').trim();
}

/** @param {ts.Node} node @returns {Map<string, string[]>} tag → its texts, each on one line */
export function tagsOf(node) {
  /** @type {Map<string, string[]>} */
  const tags = new Map();
  // Of the comment's own text: TypeScript reads `{Type} name` in some tags and not in others.
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  for (const line of comments.flatMap(comment =>
    comment
      .getText()
      .split(/\n\s*\*\s*(?=@)/)
      .slice(1),
  )) {
    const [, name = '', text = ''] = /^@(\w+)\s*(.*)$/s.exec(line) ?? [];
    const clean = text
      .replace(/\*\/\s*$/, '')
      .replace(/\s*\n\s*\*\s*/g, ' ')
      .trim();
    tags.set(name, [...(tags.get(name) ?? []), clean]);
  }
  return tags;
}

/** @param {ts.Node} node */
export function isInternal(node) {
  return ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');
}

/**
 * As it is written, or what it is inferred to be; and its values, where it is a choice of a few.
 *
 * @param {ts.PropertyDeclaration | ts.GetAccessorDeclaration | ts.MethodDeclaration} node @param {ts.TypeChecker} checker
 * @returns {{ text: string, values: string[] | undefined }}
 */
export function typeOf(node, checker) {
  const signature = ts.isMethodDeclaration(node) ? checker.getSignatureFromDeclaration(node) : undefined;
  const type = signature?.getReturnType() ?? checker.getTypeAtLocation(node);
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
  const text = node.type?.getText() ?? checker.typeToString(type, node, flags);
  const isChoice =
    type.isUnion() && type.types.every(one => one.isStringLiteral() || one.flags & ts.TypeFlags.Undefined);
  const values = isChoice
    ? type.types.filter(one => one.isStringLiteral()).map(({ value }) => value)
    : undefined;
  return { text: text.replace(/\s+/g, ' '), values: values && values.length <= 12 ? values : undefined };
}
