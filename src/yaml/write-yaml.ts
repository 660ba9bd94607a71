/** Writes values as YAML that people read: short parts on one line, comments before the parts they belong to. */
import { Document, isCollection, isMap, isNode, isPair, isScalar, isSeq, type Node } from 'yaml';

/** Gives the comment for the part at a path, if it has one. */
type CommentAt = (path: readonly (string | number)[]) => string | undefined;

/** The text of a value. A mapping or list whose text fits on a line stands on one. */
export function writeYaml(value: unknown, commentAt: CommentAt = () => undefined): string {
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  if (isCollection(document.contents)) arrange(document.contents, [], commentAt);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

const LINE = 110;

function arrange(node: Node, path: readonly (string | number)[], commentAt: CommentAt): void {
  if (!isCollection(node)) return;
  node.items.forEach((item, index) => {
    const key = isPair(item) && isScalar(item.key) ? String(item.key.value) : index;
    const child = (isPair(item) ? item.value : item) as Node | null;
    const owner = (isPair(item) ? item.key : item) as Node | null;
    const here = [...path, key];
    const comment = commentAt(here);
    if (comment !== undefined && owner !== null) owner.commentBefore = ` ${comment}`;
    if (child !== null) arrange(child, here, commentAt);
  });
  const bare = (isMap(node) || isSeq(node)) && !hasComment(node);
  if (path.length > 1 && bare && JSON.stringify(node).length <= LINE) node.flow = true;
}

function hasComment(node: Node): boolean {
  if (typeof node.commentBefore === 'string') return true;
  if (!isCollection(node)) return false;
  return node.items.some((item) => {
    const parts = isPair(item) ? [item.key, item.value] : [item];
    return parts.some((part) => isNode(part) && hasComment(part));
  });
}
