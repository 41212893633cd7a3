package org.xpcom4j.idl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.ExtendedAttribute.Form;

/** Parses what is between the braces of an interface, and the parts that declarations share. */
final class MemberParser {
  private static final int DEEPEST_TYPE = 100;
  private static final String MEMBERS = "const, attribute, a method or \"}\"";
  private static final List<String> KEYWORDS = List.of("attribute", "readonly", "const", "cenum");
  private static final List<String> DIRECTIONS = List.of("in", "out", "inout");

  /** What types of two or three words begin with. */
  private static final Set<String> TYPE_WORDS = Set.of("unsigned", "long", "void");

  private final TokenReader reader;
  private Optional<Name> firstName = Optional.empty();
  private boolean isDamaged;
  private boolean isCut;

  MemberParser(TokenReader reader) {
    this.reader = reader;
  }

  /** Members up to the closing brace; those with errors are left out. */
  List<MemberDeclaration> body() {
    List<MemberDeclaration> members = new ArrayList<>();
    isCut = false;
    boolean isWhole = !isDamaged;
    while (!isCut && !reader.isAt(TokenKind.CLOSE_BRACE) && !reader.isAt(TokenKind.END)) {
      Token first = reader.peek();
      int before = reader.index();
      begin();
      try {
        MemberDeclaration member = member();
        members.add(
            isDamaged && member instanceof MemberDeclaration.Named named
                ? new MemberDeclaration.Broken(named.name(), reader.since(first))
                : member);
      } catch (SyntaxException reported) {
        firstName.ifPresent(
            name -> members.add(new MemberDeclaration.Broken(name, reader.since(first))));
        if (isCut) {
          reader.backTo(before);
        } else {
          reader.skipMember();
        }
      }
    }
    isDamaged = !isWhole;
    return members;
  }

  /** Whether another interface began before the closing brace of the body. */
  boolean isCut() {
    return isCut;
  }

  /** Whether a part of the declaration could not be read, though its end was found. */
  boolean isDamaged() {
    return isDamaged;
  }

  /** Whether what follows may be a member. */
  boolean isAtMember() {
    return switch (reader.kind()) {
      case CONST, READONLY, ATTRIBUTE, OPEN_BRACKET, IDENTIFIER, CLOSE_BRACE -> true;
      default -> false;
    };
  }

  private MemberDeclaration member() throws SyntaxException {
    Token first = reader.peek();
    return switch (first.kind()) {
      case RAW_BLOCK -> {
        reader.next();
        yield new RawBlock(first.text(), first.span());
      }
      case CONST -> constant(first);
      case IDENTIFIER -> isAtCenum() ? cenum(first) : attributeOrMethod(first);
      case OPEN_BRACKET, READONLY, ATTRIBUTE -> attributeOrMethod(first);
      case INTERFACE -> throw cut();
      default -> throw reader.unexpected(MEMBERS);
    };
  }

  /** An interface inside another one: the brace before it was forgotten. */
  private SyntaxException cut() {
    isCut = true;
    return new SyntaxException();
  }

  private MemberDeclaration constant(Token first) throws SyntaxException {
    reader.next();
    TypeName type = typeName();
    Name name = name(" for the constant");
    reader.expect(TokenKind.EQUALS, "");
    Expression value = new ExpressionParser(reader).parse();
    endOfDeclaration();
    return new MemberDeclaration.Constant(type, name, value, first.docs(), reader.since(first));
  }

  /** The word is no keyword: old interfaces may use it as a name. */
  private boolean isAtCenum() {
    return isWord("cenum")
        && reader.peek(1).kind() == TokenKind.IDENTIFIER
        && (reader.peek(2).kind() == TokenKind.COLON
            || reader.peek(2).kind() == TokenKind.OPEN_BRACE);
  }

  private MemberDeclaration cenum(Token first) throws SyntaxException {
    reader.next();
    Name name = name(" for the enumeration");
    reader.expect(TokenKind.COLON, "");
    Token width = reader.expect(TokenKind.NUMBER, ": 8, 16 or 32 bits");
    reader.expect(TokenKind.OPEN_BRACE, "");
    List<MemberDeclaration.Entry> entries = entries();
    endOfDeclaration();
    return new MemberDeclaration.Cenum(
        name,
        new Name(width.text(), false, width.span()),
        entries,
        first.docs(),
        reader.since(first));
  }

  private List<MemberDeclaration.Entry> entries() throws SyntaxException {
    List<MemberDeclaration.Entry> entries = new ArrayList<>();
    try {
      do {
        entries.add(entry());
      } while (reader.skip(TokenKind.COMMA) && !reader.isAt(TokenKind.CLOSE_BRACE));
      if (!reader.skip(TokenKind.CLOSE_BRACE)) {
        throw reader.unexpected("\",\" or \"}\"");
      }
    } catch (SyntaxException reported) {
      reader.skipMember(); // to the brace that ends the list, not the interface
      reader.skip(TokenKind.CLOSE_BRACE);
      throw reported;
    }
    return entries;
  }

  private MemberDeclaration.Entry entry() throws SyntaxException {
    Token first = reader.peek();
    Name name = name(" for the value");
    Optional<Expression> value = Optional.empty();
    if (reader.skip(TokenKind.EQUALS)) {
      value = Optional.of(new ExpressionParser(reader).parse());
    }
    return new MemberDeclaration.Entry(name, value, first.docs(), reader.since(first));
  }

  private MemberDeclaration attributeOrMethod(Token first) throws SyntaxException {
    List<ExtendedAttribute> attributes = attributes();
    List<DocComment> docs = first.docs();
    if (reader.isAt(TokenKind.INTERFACE)) {
      throw cut();
    }
    checkFirstWord();
    boolean isReadonly = reader.skip(TokenKind.READONLY);
    if (isReadonly || reader.isAt(TokenKind.ATTRIBUTE)) {
      if (!reader.skip(TokenKind.ATTRIBUTE)) {
        throw reader.unexpected("\"attribute\" after readonly", KEYWORDS.subList(0, 1), "");
      }
      TypeName type = typeName();
      Name name = name(" for the attribute");
      endOfDeclaration();
      Span span = reader.since(first);
      return new MemberDeclaration.Attribute(attributes, isReadonly, type, name, docs, span);
    }
    TypeName type = typeName();
    Name name = name(" for the method");
    List<ParameterDeclaration> parameters = parameters();
    List<Name> raises = raises();
    endOfDeclaration();
    Span span = reader.since(first);
    return new MemberDeclaration.Method(attributes, type, name, parameters, raises, docs, span);
  }

  /** Three words in a row are no method: the first is a keyword that IDL does not have. */
  private void checkFirstWord() throws SyntaxException {
    if (!reader.isAt(TokenKind.IDENTIFIER)) {
      return;
    }
    TokenKind second = reader.peek(1).kind();
    TokenKind third = reader.peek(2).kind();
    boolean isKeyword =
        switch (second) {
          case CONST, READONLY, ATTRIBUTE, OPEN_BRACE, TYPEDEF -> true;
          case IDENTIFIER -> third == TokenKind.IDENTIFIER || third == TokenKind.OPEN_BRACE;
          default -> false;
        };
    Token word = reader.peek();
    if (isKeyword && !word.isEscaped() && !TYPE_WORDS.contains(word.text())) {
      throw reader.unexpected(MEMBERS, KEYWORDS, "");
    }
  }

  private List<ParameterDeclaration> parameters() throws SyntaxException {
    reader.expect(TokenKind.OPEN_PAREN, "");
    if (reader.skip(TokenKind.CLOSE_PAREN)) {
      return List.of();
    }
    List<ParameterDeclaration> parameters = new ArrayList<>();
    do {
      parameters.add(parameter());
    } while (reader.skip(TokenKind.COMMA));
    reader.close(TokenKind.CLOSE_PAREN, "\",\" or \")\"");
    return parameters;
  }

  private ParameterDeclaration parameter() throws SyntaxException {
    Token first = reader.peek();
    List<ExtendedAttribute> attributes = attributes();
    Token direction =
        switch (reader.kind()) {
          case IN, OUT, INOUT -> reader.next();
          default -> throw noDirection();
        };
    TypeName type = typeName();
    Name name = name(" for the parameter");
    return new ParameterDeclaration(attributes, direction.text(), type, name, reader.since(first));
  }

  private SyntaxException noDirection() {
    boolean isVoid = isWord("void") && reader.peek(1).kind() == TokenKind.CLOSE_PAREN;
    boolean hasWordBefore =
        reader.peek(1).kind() == TokenKind.IDENTIFIER
            && reader.peek(2).kind() == TokenKind.IDENTIFIER;
    return reader.unexpected(
        "in, out or inout before the type of a parameter",
        hasWordBefore ? DIRECTIONS : List.of(),
        isVoid ? "() for no parameters" : "");
  }

  private List<Name> raises() throws SyntaxException {
    if (!reader.skip(TokenKind.RAISES)) {
      return List.of();
    }
    List<Name> names = new ArrayList<>();
    reader.expect(TokenKind.OPEN_PAREN, "");
    do {
      names.add(name(" of an exception"));
    } while (reader.skip(TokenKind.COMMA));
    reader.expect(TokenKind.CLOSE_PAREN, "");
    return names;
  }

  List<ExtendedAttribute> attributes() throws SyntaxException {
    if (!reader.skip(TokenKind.OPEN_BRACKET)) {
      return List.of();
    }
    List<ExtendedAttribute> attributes = new ArrayList<>();
    try {
      do {
        attributes.add(attribute());
      } while (reader.skip(TokenKind.COMMA));
      reader.close(TokenKind.CLOSE_BRACKET, "\",\" or \"]\"");
    } catch (SyntaxException reported) {
      if (!reader.skipList()) {
        throw reported;
      }
      isDamaged = true;
    }
    return attributes;
  }

  private ExtendedAttribute attribute() throws SyntaxException {
    if (!reader.isAt(TokenKind.IDENTIFIER) && !reader.isAt(TokenKind.CONST)) {
      throw reader.unexpected("the name of an attribute");
    }
    Token word = reader.next();
    Name name = new Name(word.text(), word.isEscaped(), word.span());
    if (!reader.skip(TokenKind.OPEN_PAREN)) {
      return new ExtendedAttribute(name, Optional.empty());
    }
    if (name.text().equals("uuid") && !reader.isAt(TokenKind.IID)) {
      throw malformedUuid();
    }
    ExtendedAttribute.Value value = value(name);
    reader.expect(TokenKind.CLOSE_PAREN, "");
    return new ExtendedAttribute(name, Optional.of(value));
  }

  /** Without the form of a UUID it may be any number of tokens. */
  private SyntaxException malformedUuid() {
    reader.report(
        Diagnostic.error(Tag.UUID, reader.peek().span(), "uuid is malformed")
            .expected("uuid(xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx), as uuidgen prints it"));
    return new SyntaxException();
  }

  private ExtendedAttribute.Value value(Name name) throws SyntaxException {
    Token first = reader.peek();
    boolean isNegative = reader.skip(TokenKind.MINUS);
    Form form =
        switch (reader.kind()) {
          case IDENTIFIER -> Form.NAME;
          case IID -> Form.IID;
          case STRING -> Form.STRING;
          case NUMBER -> Form.NUMBER;
          default -> throw reader.unexpected("a value for " + name);
        };
    if (isNegative && form != Form.NUMBER) {
      throw reader.unexpected("a number behind the sign");
    }
    String text = (isNegative ? "-" : "") + reader.next().text();
    return new ExtendedAttribute.Value(form, text, reader.since(first));
  }

  /** The name of what is declared; a string may stand behind it, which says nothing. */
  Name name(String purpose) throws SyntaxException {
    if (!reader.isAt(TokenKind.IDENTIFIER)) {
      throw reader.unexpected("a name" + purpose, List.of(), afterType());
    }
    Token token = reader.next();
    Name name = new Name(token.text(), token.isEscaped(), token.span());
    if (firstName.isEmpty()) {
      firstName = Optional.of(name);
    }
    if (reader.isAt(TokenKind.STRING)) {
      reader.report(
          Diagnostic.warning(
              Tag.LITERAL,
              reader.next().span(),
              "string behind the name of \"" + name + "\" says nothing"));
    }
    return name;
  }

  /** What C++ has behind a type, and IDL does not. */
  private String afterType() {
    return switch (reader.kind()) {
      case TIMES -> "no \"*\": that something is a pointer is known from its type";
      case OPEN_BRACKET -> "[array, size_is(count)] in TYPE name, in unsigned long count";
      case COLON -> "native Name(namespace::Type); for a type of C++";
      default -> "";
    };
  }

  /** Begins a declaration: it has no name yet. */
  void begin() {
    isDamaged = false;
    firstName = Optional.empty();
  }

  /** The name that a declaration was given before reading it failed. */
  Optional<Name> firstName() {
    return firstName;
  }

  /** A type, perhaps with others between angle brackets. */
  TypeName typeName() throws SyntaxException {
    return typeName(0);
  }

  private TypeName typeName(int depth) throws SyntaxException {
    Token first = reader.peek();
    if (depth > DEEPEST_TYPE) {
      throw reader.unexpected("a type that is nested less than " + DEEPEST_TYPE + " deep");
    }
    Name name = simpleType();
    if (!reader.skip(TokenKind.LESS)) {
      return new TypeName(name, List.of(), name.span());
    }
    List<TypeName> arguments = new ArrayList<>();
    do {
      arguments.add(typeName(depth + 1));
    } while (reader.skip(TokenKind.COMMA));
    if (!reader.skipGreater()) {
      throw reader.unexpected("\",\" or \">\"");
    }
    return new TypeName(name, arguments, reader.since(first));
  }

  /** A name of one word; {@code unsigned} and {@code long} may go on with another. */
  private Name simpleType() throws SyntaxException {
    if (!reader.isAt(TokenKind.IDENTIFIER)) {
      boolean isConst = reader.isAt(TokenKind.CONST);
      throw reader.unexpected("a type", List.of(), isConst ? "[const] in TYPE name" : "");
    }
    Token first = reader.next();
    String text = first.text();
    if (first.isEscaped()) {
      return new Name(text, true, first.span());
    }
    if (text.equals("unsigned")) {
      if (!isWord("short") && !isWord("long")) {
        String hint = isWord("int") ? "unsigned long" : isWord("char") ? "octet" : "";
        throw reader.unexpected("short or long after unsigned", List.of(), hint);
      }
      text = isWord("short") ? "unsigned short" : "unsigned long";
      reader.next();
    }
    if ((text.equals("long") || text.equals("unsigned long")) && isWord("long")) {
      text = text.equals("long") ? "long long" : "unsigned long long";
      reader.next();
    }
    return new Name(text, false, reader.since(first));
  }

  boolean isWord(String word) {
    Token token = reader.peek();
    return token.kind() == TokenKind.IDENTIFIER && token.text().equals(word) && !token.isEscaped();
  }

  /** A semicolon. */
  void endOfDeclaration() throws SyntaxException {
    reader.close(TokenKind.SEMICOLON, "\";\" at the end");
  }
}
