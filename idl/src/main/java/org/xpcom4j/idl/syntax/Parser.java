package org.xpcom4j.idl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.DocComment;

/** Parses the declarations of a file by recursive descent; after an error it goes on behind it. */
final class Parser {
  private final TokenReader reader;
  private final MemberParser members;
  private final List<Declaration> declarations = new ArrayList<>();
  private List<DocComment> docsOfForwards = new ArrayList<>();

  Parser(List<Token> tokens, Diagnostics diagnostics) {
    this.reader = new TokenReader(tokens, diagnostics);
    this.members = new MemberParser(reader);
  }

  List<Declaration> declarations() {
    while (!reader.isAt(TokenKind.END)) {
      Token first = reader.peek();
      int before = reader.index();
      boolean isDeclaration = isAtDeclaration();
      members.begin();
      try {
        declarations.add(declaration());
      } catch (SyntaxException reported) {
        Optional<Name> name = members.firstName();
        reader.skipDeclaration();
        if (reader.index() == before) {
          reader.next();
        }
        if (!isDeclaration) {
          skipToDeclaration();
        }
        name.ifPresent(
            found -> declarations.add(new Declaration.Broken(found, reader.since(first))));
      }
    }
    return declarations;
  }

  /**
   * Skips what no declaration begins with: where a brace closed an interface too early, the rest of
   * its members, of which the first was reported.
   */
  private void skipToDeclaration() {
    while (!reader.isAt(TokenKind.END) && !isAtDeclaration()) {
      reader.next();
    }
  }

  private boolean isAtDeclaration() {
    return switch (reader.isAt(TokenKind.OPEN_BRACKET)
        ? reader.kindBehindAttributes()
        : reader.peek().kind()) {
      case INCLUDE, TYPEDEF, NATIVE, INTERFACE -> true;
      default -> members.isWord("webidl");
    };
  }

  private Declaration declaration() throws SyntaxException {
    Token first = reader.peek();
    return switch (first.kind()) {
      case RAW_BLOCK -> {
        reader.next();
        yield new RawBlock(first.text(), first.span());
      }
      case INCLUDE -> {
        reader.next();
        yield new Declaration.Include(first.text(), first.span());
      }
      case TYPEDEF -> typedef(first);
      case OPEN_BRACKET, NATIVE, INTERFACE -> attributed(first);
      case IDENTIFIER -> {
        if (!members.isWord("webidl")) {
          throw reader.unexpected("interface, typedef, native, #include or %{C++");
        }
        yield webIdl(first);
      }
      default -> throw reader.unexpected("interface, typedef, native, #include or %{C++");
    };
  }

  private Declaration typedef(Token first) throws SyntaxException {
    List<DocComment> docs = docs(first);
    reader.next();
    TypeName type = members.typeName();
    Name name = members.name(" for the type");
    members.endOfDeclaration();
    return new Declaration.Typedef(type, name, docs, reader.since(first));
  }

  private Declaration webIdl(Token first) throws SyntaxException {
    List<DocComment> docs = docs(first);
    reader.next();
    Name name = members.name(" for the type of the DOM");
    members.endOfDeclaration();
    return new Declaration.WebIdl(name, docs, reader.since(first));
  }

  private Declaration attributed(Token first) throws SyntaxException {
    List<ExtendedAttribute> attributes = members.attributes();
    return switch (reader.peek().kind()) {
      case NATIVE -> nativeType(first, attributes);
      case INTERFACE -> interfaceOrForward(first, attributes);
      default -> throw reader.unexpected("interface or native");
    };
  }

  private Declaration nativeType(Token first, List<ExtendedAttribute> attributes)
      throws SyntaxException {
    List<DocComment> docs = docs(first);
    reader.next();
    Name name = members.name(" for the native type");
    reader.expect(TokenKind.OPEN_PAREN, "");
    Token type = reader.expect(TokenKind.NATIVE_TEXT, "");
    reader.expect(TokenKind.CLOSE_PAREN, "");
    members.endOfDeclaration();
    return new Declaration.Native(attributes, name, type.text(), docs, reader.since(first));
  }

  private Declaration interfaceOrForward(Token first, List<ExtendedAttribute> attributes)
      throws SyntaxException {
    reader.next();
    Name name = members.name(" for the interface");
    Optional<Name> base = Optional.empty();
    if (reader.skip(TokenKind.COLON)) {
      base = Optional.of(members.name(" of the base interface"));
    }
    if (reader.isAt(TokenKind.SEMICOLON)) {
      return forward(first, attributes, name, base);
    }
    List<DocComment> docs = docs(first);
    if (!reader.skip(TokenKind.OPEN_BRACE)) {
      throw reader.unexpected("\"{\" or \";\"");
    }
    List<MemberDeclaration> body = members.body();
    reader.expect(TokenKind.CLOSE_BRACE, " that ends interface " + name);
    if (!reader.skip(TokenKind.SEMICOLON)) {
      reader.unexpected("\";\" after \"}\""); // reported, and read as if it were there
    }
    return new Declaration.Interface(attributes, name, base, body, docs, reader.since(first));
  }

  private Declaration forward(
      Token first, List<ExtendedAttribute> attributes, Name name, Optional<Name> base) {
    reader.next();
    if (!attributes.isEmpty() || base.isPresent()) {
      reader.report(
          Diagnostic.error(
                  Tag.FORWARD,
                  base.map(Name::span).orElse(first.span()),
                  "forward declaration of " + name + " has attributes or a base")
              .hint("interface " + name + ";"));
    }
    docsOfForwards.addAll(first.docs());
    return new Declaration.Forward(name, reader.since(first));
  }

  /** The comments of a production, behind those of forward declarations right before it. */
  private List<DocComment> docs(Token first) {
    List<DocComment> docs = docsOfForwards;
    docs.addAll(first.docs());
    docsOfForwards = new ArrayList<>();
    return List.copyOf(docs);
  }
}
