package org.xpcom4j.idl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.DocComment;

/** Parses the declarations of a file by recursive descent; after an error it goes on behind it. */
final class Parser {
  private static final String DECLARATIONS = "interface, typedef, native, #include or %{C++";
  private static final List<String> KEYWORDS = List.of("interface", "typedef", "native", "webidl");

  private final TokenReader reader;
  private final MemberParser members;
  private final List<Declaration> declarations = new ArrayList<>();
  private List<DocComment> docsOfForwards = new ArrayList<>();

  /** Whether braces do not match, so that members may stand here that need no other mention. */
  private boolean isLost;

  Parser(TokenReader reader) {
    this.reader = reader;
    this.members = new MemberParser(reader);
  }

  List<Declaration> declarations() {
    while (!reader.isAt(TokenKind.END)) {
      Token first = reader.peek();
      int before = reader.index();
      members.begin();
      if (isLost && !isAtRealDeclaration()) {
        isLost = !reader.isAt(TokenKind.CLOSE_BRACE);
        reader.skipDeclaration();
        continue;
      }
      try {
        Declaration declaration = declaration();
        declarations.add(
            members.isDamaged() && declaration instanceof Declaration.Named named
                ? new Declaration.Broken(named.name(), reader.since(first))
                : declaration);
      } catch (SyntaxException reported) {
        Optional<Name> name = members.firstName();
        reader.skipDeclaration();
        if (reader.index() == before) {
          reader.next();
        }
        name.ifPresent(
            found -> declarations.add(new Declaration.Broken(found, reader.since(first))));
      }
    }
    return declarations;
  }

  /** Unlike a member, which may have attributes as well. */
  private boolean isAtRealDeclaration() {
    return reader.isAt(TokenKind.OPEN_BRACKET)
        ? reader.kindBehindAttributes() == TokenKind.INTERFACE
            || reader.kindBehindAttributes() == TokenKind.NATIVE
        : isAtDeclaration();
  }

  private boolean isAtDeclaration() {
    return switch (reader.kind()) {
      case RAW_BLOCK, INCLUDE, TYPEDEF, OPEN_BRACKET, NATIVE, INTERFACE -> true;
      default -> false;
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
          isLost = members.isWord("void");
          throw reader.unexpected(DECLARATIONS, KEYWORDS, "");
        }
        yield webIdl(first);
      }
      default -> {
        isLost = first.kind() != TokenKind.SEMICOLON;
        throw reader.unexpected(DECLARATIONS);
      }
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
    return switch (reader.kind()) {
      case NATIVE -> nativeType(first, attributes);
      case INTERFACE -> interfaceOrForward(first, attributes);
      default -> throw reader.unexpected("interface or native", KEYWORDS.subList(0, 3), "");
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
    if (reader.skip(TokenKind.SEMICOLON)) {
      return forward(first, attributes, name, base);
    }
    boolean saysOnlyItsName = attributes.isEmpty() && base.isEmpty();
    if (saysOnlyItsName && isAtDeclaration() && reader.isAtNewLine()) {
      reader.reportMissing(TokenKind.SEMICOLON);
      return forward(first, attributes, name, base);
    }
    List<DocComment> docs = docs(first);
    boolean hasHead = openBody(base);
    List<MemberDeclaration> body = members.body();
    endBody(name);
    return hasHead
        ? new Declaration.Interface(attributes, name, base, body, docs, reader.since(first))
        : new Declaration.Broken(name, reader.since(first));
  }

  /** Takes the brace before the members; false if there is something in front of it. */
  private boolean openBody(Optional<Name> base) throws SyntaxException {
    if (reader.skip(TokenKind.OPEN_BRACE)) {
      return true;
    }
    if (members.isAtMember() && reader.isAtNewLine()) {
      reader.reportMissing(TokenKind.OPEN_BRACE);
      return true;
    }
    SyntaxException unexpected =
        base.isPresent() && reader.isAt(TokenKind.COMMA)
            ? reader.unexpected("one base at most")
            : reader.unexpected(base.isPresent() ? "\"{\" or \";\"" : "\":\", \"{\" or \";\"");
    while (reader.isAt(TokenKind.COMMA)
        || reader.isAt(TokenKind.IDENTIFIER)
        || reader.isAt(TokenKind.COLON)) {
      reader.next();
    }
    if (!reader.skip(TokenKind.OPEN_BRACE)) {
      throw unexpected;
    }
    return false;
  }

  private void endBody(Name name) throws SyntaxException {
    if (members.isCut()) {
      reader.report(
          Diagnostic.error(
                  Tag.SYNTAX, reader.endOfLast(), "missing \"}\" that ends interface " + name)
              .previous(name.span()));
      isLost = true;
      return;
    }
    reader.expect(TokenKind.CLOSE_BRACE, " that ends interface " + name);
    if (!reader.skip(TokenKind.SEMICOLON)) {
      reader.reportMissing(TokenKind.SEMICOLON);
    }
  }

  private Declaration forward(
      Token first, List<ExtendedAttribute> attributes, Name name, Optional<Name> base) {
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
