package org.xpcom4j.idl.command;

import org.xpcom4j.idl.syntax.Declaration;
import org.xpcom4j.idl.syntax.MemberDeclaration;
import org.xpcom4j.idl.syntax.SyntaxTree;

/**
 * How much a file itself declares.
 *
 * @param interfaces those with a body
 * @param methods of these interfaces
 * @param attributes of these interfaces
 * @param constants of these interfaces
 */
record Counts(int interfaces, int methods, int attributes, int constants) {
  static Counts of(SyntaxTree tree) {
    int interfaces = 0;
    int methods = 0;
    int attributes = 0;
    int constants = 0;
    for (Declaration declaration : tree.declarations()) {
      if (declaration instanceof Declaration.Interface definition) {
        interfaces++;
        for (MemberDeclaration member : definition.members()) {
          if (member instanceof MemberDeclaration.Method) {
            methods++;
          } else if (member instanceof MemberDeclaration.Attribute) {
            attributes++;
          } else if (member instanceof MemberDeclaration.Constant) {
            constants++;
          }
        }
      }
    }
    return new Counts(interfaces, methods, attributes, constants);
  }
}
