package org.xpcom4j.idl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.ExtendedAttribute.Form;

/** Parses what is between the braces of an interface, and the parts that declarations share. */
final class MemberParser {
  private static final int DEEPEST_TYPE = 100;

  private final TokenReader reader;
  private Optional<Name> firstName = Optional.empty();

  MemberParser(TokenReader reader) {
    this.reader = reader;
  }

  /** Members up to the closing brace; those with errors are left out. */
  List<MemberDeclaration> body() {
    List<MemberDeclaration> members = new ArrayList<>();
    while (!reader.isAt(TokenKind.CLOSE_BRACE) && !reader.isAt(TokenKind.END)) {
      Token first = reader.peek();
      begin();
      try {
        members.add(member());
      } catch (SyntaxException reported) {
        firstName.ifPresent(
            name -> members.add(new MemberDeclaration.Broken(name, reader.since(first))));
        reader.skipMember();
      }
    }
    return members;
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
      default -> throw reader.unexpected("const, attribute, a method or \"}\"");
    };
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
        && reader.peek(2).kind() == TokenKind.COLON;
  }

  private MemberDeclaration cenum(Token first) throws SyntaxException {
    reader.next();
    Name name = name(" for the enumeration");
    reader.expect(TokenKind.COLON, "");
    Token width = reader.expect(TokenKind.NUMBER, ": 8, 16 or 32 bits");
    reader.expect(TokenKind.OPEN_BRACE, "");
    List<MemberDeclaration.Entry> entries = new ArrayList<>();
    do {
      entries.add(entry());
    } while (reader.skip(TokenKind.COMMA) && !reader.isAt(TokenKind.CLOSE_BRACE));
    if (!reader.skip(TokenKind.CLOSE_BRACE)) {
      throw reader.unexpected("\",\" or \"}\"");
    }
    endOfDeclaration();
    return new MemberDeclaration.Cenum(
        name,
        new Name(width.text(), false, width.span()),
        entries,
        first.docs(),
        reader.since(first));
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
    boolean isReadonly = reader.skip(TokenKind.READONLY);
    if (isReadonly || reader.isAt(TokenKind.ATTRIBUTE)) {
      reader.expect(TokenKind.ATTRIBUTE, " after readonly");
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

  private List<ParameterDeclaration> parameters() throws SyntaxException {
    reader.expect(TokenKind.OPEN_PAREN, "");
    if (reader.skip(TokenKind.CLOSE_PAREN)) {
      return List.of();
    }
    List<ParameterDeclaration> parameters = new ArrayList<>();
    do {
      parameters.add(parameter());
    } while (reader.skip(TokenKind.COMMA));
    if (!reader.skip(TokenKind.CLOSE_PAREN)) {
      throw reader.unexpected("\",\" or \")\"");
    }
    return parameters;
  }

  private ParameterDeclaration parameter() throws SyntaxException {
    Token first = reader.peek();
    List<ExtendedAttribute> attributes = attributes();
    Token direction =
        switch (reader.peek().kind()) {
          case IN, OUT, INOUT -> reader.next();
          default -> throw reader.unexpected("in, out or inout before the type of a parameter");
        };
    TypeName type = typeName();
    Name name = name(" for the parameter");
    return new ParameterDeclaration(attributes, direction.text(), type, name, reader.since(first));
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
    do {
      attributes.add(attribute());
    } while (reader.skip(TokenKind.COMMA));
    if (!reader.skip(TokenKind.CLOSE_BRACKET)) {
      throw reader.unexpected("\",\" or \"]\"");
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
    ExtendedAttribute.Value value = value(name);
    if (name.text().equals("uuid")
        && value.form() != Form.IID
        && !reader.isAt(TokenKind.CLOSE_PAREN)) {
      throw malformedUuid(value);
    }
    reader.expect(TokenKind.CLOSE_PAREN, "");
    return new ExtendedAttribute(name, Optional.of(value));
  }

  /** A UUID with a group too short is no token of its own, but a number, a name, a minus. */
  private SyntaxException malformedUuid(ExtendedAttribute.Value begin) {
    reader.report(
        Diagnostic.error(Tag.UUID, begin.span(), "uuid is malformed")
            .expected("(xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx), as uuidgen prints it"));
    return new SyntaxException();
  }

  private ExtendedAttribute.Value value(Name name) throws SyntaxException {
    Token first = reader.peek();
    boolean isNegative = reader.skip(TokenKind.MINUS);
    Form form =
        switch (reader.peek().kind()) {
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
    Token token = reader.expect(TokenKind.IDENTIFIER, purpose);
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

  /** Begins a declaration: it has no name yet. */
  void begin() {
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
      throw reader.unexpected("a type");
    }
    Token first = reader.next();
    String text = first.text();
    if (first.isEscaped()) {
      return new Name(text, true, first.span());
    }
    if (text.equals("unsigned")) {
      if (!isWord("short") && !isWord("long")) {
        throw reader.unexpected("short or long after unsigned");
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

  /** A semicolon. Where it is missed at the end of a line, reading goes on as if it were there. */
  void endOfDeclaration() throws SyntaxException {
    if (reader.skip(TokenKind.SEMICOLON)) {
      return;
    }
    SyntaxException missing = reader.unexpected("\";\" at the end");
    if (!reader.isAtNewLine()) {
      throw missing;
    }
  }
}
