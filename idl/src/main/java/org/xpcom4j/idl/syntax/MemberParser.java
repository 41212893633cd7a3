package org.xpcom4j.idl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.ExtendedAttribute.Form;

/** Parses what is between the braces of an interface, and the parts that declarations share. */
final class MemberParser {
  private final TokenReader reader;

  MemberParser(TokenReader reader) {
    this.reader = reader;
  }

  /** Members up to the closing brace; those with errors are left out. */
  List<MemberDeclaration> body() {
    List<MemberDeclaration> members = new ArrayList<>();
    while (!reader.isAt(TokenKind.CLOSE_BRACE) && !reader.isAt(TokenKind.END)) {
      try {
        members.add(member());
      } catch (SyntaxException reported) {
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
      case OPEN_BRACKET, READONLY, ATTRIBUTE, IDENTIFIER -> attributeOrMethod(first);
      default -> throw reader.unexpected("const, attribute, a method or \"}\"");
    };
  }

  private MemberDeclaration constant(Token first) throws SyntaxException {
    reader.next();
    Name type = typeName();
    Name name = name(" for the constant");
    reader.expect(TokenKind.EQUALS, "");
    Expression value = new ExpressionParser(reader).parse();
    endOfDeclaration();
    return new MemberDeclaration.Constant(type, name, value, first.docs(), reader.since(first));
  }

  private MemberDeclaration attributeOrMethod(Token first) throws SyntaxException {
    List<ExtendedAttribute> attributes = attributes();
    List<DocComment> docs = first.docs();
    boolean isReadonly = reader.skip(TokenKind.READONLY);
    if (isReadonly || reader.isAt(TokenKind.ATTRIBUTE)) {
      reader.expect(TokenKind.ATTRIBUTE, " after readonly");
      Name type = typeName();
      Name name = name(" for the attribute");
      endOfDeclaration();
      Span span = reader.since(first);
      return new MemberDeclaration.Attribute(attributes, isReadonly, type, name, docs, span);
    }
    Name type = typeName();
    Name name = name(" for the method");
    List<ParameterDeclaration> parameters = parameters();
    List<Name> raises = raises();
    endOfDeclaration();
    Span span = reader.since(first);
    return new MemberDeclaration.Method(attributes, type, name, parameters, raises, docs, span);
  }

  private List<ParameterDeclaration> parameters() throws SyntaxException {
    reader.expect(TokenKind.OPEN_PAREN, "");
    List<ParameterDeclaration> parameters = new ArrayList<>();
    if (reader.skip(TokenKind.CLOSE_PAREN)) {
      return parameters;
    }
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
    Name type = typeName();
    Name name = name(" for the parameter");
    return new ParameterDeclaration(attributes, direction.text(), type, name, reader.since(first));
  }

  private List<Name> raises() throws SyntaxException {
    List<Name> names = new ArrayList<>();
    if (reader.skip(TokenKind.RAISES)) {
      reader.expect(TokenKind.OPEN_PAREN, "");
      do {
        names.add(name(" of an exception"));
      } while (reader.skip(TokenKind.COMMA));
      reader.expect(TokenKind.CLOSE_PAREN, "");
    }
    return names;
  }

  List<ExtendedAttribute> attributes() throws SyntaxException {
    List<ExtendedAttribute> attributes = new ArrayList<>();
    if (!reader.skip(TokenKind.OPEN_BRACKET)) {
      return attributes;
    }
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
    Form form =
        switch (reader.peek().kind()) {
          case IDENTIFIER -> Form.NAME;
          case IID -> Form.IID;
          case STRING -> Form.STRING;
          default -> throw reader.unexpected("a value for " + name);
        };
    Token value = reader.next();
    reader.expect(TokenKind.CLOSE_PAREN, "");
    return new ExtendedAttribute(
        name, Optional.of(new ExtendedAttribute.Value(form, value.text(), value.span())));
  }

  Name name(String purpose) throws SyntaxException {
    Token token = reader.expect(TokenKind.IDENTIFIER, purpose);
    return new Name(token.text(), token.isEscaped(), token.span());
  }

  /** A type; {@code unsigned} and {@code long} may go on with another word. */
  Name typeName() throws SyntaxException {
    if (!reader.isAt(TokenKind.IDENTIFIER)) {
      throw reader.unexpected("a type");
    }
    Token first = reader.next();
    String text = first.text();
    if (!first.isEscaped() && text.equals("unsigned")) {
      if (!isWord("short") && !isWord("long")) {
        throw reader.unexpected("short or long after unsigned");
      }
      text = text + " " + reader.next().text();
    }
    if (!first.isEscaped() && text.endsWith("long") && reader.last().text().equals("long")) {
      if (isWord("long")) {
        text = text + " " + reader.next().text();
      }
    }
    return new Name(text, first.isEscaped(), reader.since(first));
  }

  private boolean isWord(String word) {
    Token token = reader.peek();
    return token.kind() == TokenKind.IDENTIFIER && !token.isEscaped() && token.text().equals(word);
  }

  void endOfDeclaration() throws SyntaxException {
    reader.expect(TokenKind.SEMICOLON, " at the end");
  }
}
