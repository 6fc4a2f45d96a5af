namespace Doku.Contracts.Generators.Tests;

// The mistakes that one schema file alone can hold, with their places.
public sealed partial class DiagnosticTests
{
    public static TheoryData<string, string> Mistakes { get; } =
        new()
        {
            { "DOKU0001", "{\"type\":\"object\",\"description\":\"caf⟦\uFFFD⟧\"}" },
            {
                "DOKU0021",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"maxLength\":2,\"default\":⟦\"abc\"⟧}}}"
            },
            {
                "DOKU0021",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"default\":⟦1.5⟧}}}"
            },
            {
                "DOKU0022",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"^[a-z]*$\",\"examples\":[\"ok\",⟦\"NO\"⟧]}}}"
            },
            {
                "DOKU0022",
                "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"string\"}},\"examples\":[⟦{}⟧]}"
            },
            {
                "DOKU0023",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"enum\":[\"x\",\"y\",⟦\"x\"⟧]}}}"
            },
            {
                "DOKU0023",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number\",\"enum\":[1,⟦1.0⟧]}}}"
            },
            {
                "DOKU0028",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",⟦\"maxLength\"⟧:3}}}"
            },
            {
                "DOKU0030",
                "{\"type\":\"object\",\"required\":[\"next\"],\"properties\":{⟦\"next\"⟧:{\"$ref\":\"#\"}}}"
            },
            {
                "DOKU0032",
                "{\"type\":\"object\",\"required\":[\"a\",⟦\"a\"⟧],\"properties\":{\"a\":{\"type\":\"string\"}}}"
            },
            {
                "DOKU0033",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"maxLength\":1,\"enum\":[\"x\",⟦\"yy\"⟧]}}}"
            },
            {
                "DOKU0034",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},⟦\"then\"⟧:{\"required\":[\"a\"]}}"
            },
            { "DOKU0001", "{\"type\":\"object\"⟦x⟧}" },
            { "DOKU0001", "{\n  \"type\": ⟦o⟧bject\n}" },
            { "DOKU0002", "{\"type\":\"object\",\n  ⟦\"type\"⟧:\"object\"}" },
            { "DOKU0003", "{\"type\":\"object\",⟦\"minlength\"⟧:{}}" },
            {
                "DOKU0003",
                "{\"type\":\"object\",\"properties\":{\"é\":{\"type\":\"string\",\n⟦\"max_length\"⟧:\"base64\"}}}"
            },
            {
                "DOKU0004",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"maxLength\":⟦-1⟧}}}"
            },
            { "DOKU0004", "{\"type\":⟦\"objekt\"⟧}" },
            { "DOKU0004", "{\"type\":\"object\",\"x-name\":⟦\"a b\"⟧}" },
            {
                "DOKU0005",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":⟦\"other.schema.json\"⟧}}}"
            },
            {
                "DOKU0005",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":⟦\"#/$defs/none\"⟧}}}"
            },
            {
                "DOKU0009",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"minLength\":⟦5⟧,\"maxLength\":4}}}"
            },
            {
                "DOKU0009",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"minimum\":⟦5⟧,\"maximum\":4}}}"
            },
            {
                "DOKU0010",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\",⟦\"b\"⟧]}"
            },
            {
                "DOKU0011",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":⟦\"^[a-$\"⟧}}}"
            },
            {
                "DOKU0011",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":⟦\"^(?=a)a$\"⟧}}}"
            },
            {
                "DOKU0011",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":⟦\"^[+-\\\\w]+$\"⟧}}}"
            },
            {
                "DOKU0011",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":⟦\"^\\\\p{Script=Greek}*$\"⟧}}}"
            },
            {
                "DOKU0011",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":⟦\"^(a)\\\\1$\"⟧}}}"
            },
            {
                "DOKU0011",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":⟦\"^(?i)a$\"⟧}}}"
            },
            {
                "DOKU0011",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":⟦\"^\\\\a$\"⟧}}}"
            },
            {
                "DOKU0011",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":⟦\"^[a-z]{0,1000}[a-z0-9]{0,1000}$\"⟧}}}"
            },
            {
                "DOKU0012",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":⟦\"[a-z]+\"⟧}}}"
            },
            {
                "DOKU0014",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"format\":⟦\"nonsense\"⟧}}}"
            },
            {
                "DOKU0017",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"x-total\":⟦{\"amount\":\"a\",\"items\":\"i\",\"price\":\"p\",\"quantity\":\"q\"}⟧}"
            },
            {
                "DOKU0013",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"x-name\":\"Same\"},\"b\":{\"type\":\"string\",\"x-name\":⟦\"Same\"⟧}}}"
            },
            {
                "DOKU0013",
                "{\"type\":\"object\",\"x-name\":\"Same\",\"properties\":{\"a\":{\"type\":\"object\",\"x-name\":⟦\"Same\"⟧,\"properties\":{}}}}"
            },
            { "DOKU0019", "{\"type\":\"object\",⟦\"definitions\"⟧:{}}" },
            { "DOKU0019", "{\"type\":\"object\",⟦\"dependencies\"⟧:{}}" },
            { "DOKU0035", "{\"$schema\":⟦\"https://example.com/none\"⟧,\"type\":\"object\"}" },
            {
                "DOKU0003",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",⟦\"x-sensitve\"⟧:true}}}"
            },
            {
                "DOKU0005",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":⟦\"#/examples/0\"⟧}},\"examples\":[{\"type\":\"string\"}]}"
            },
        };
}
