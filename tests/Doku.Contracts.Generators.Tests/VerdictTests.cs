using Doku.Contracts.Generators.Tests.Harness;

namespace Doku.Contracts.Generators.Tests;

/// <summary>Every assertion of a schema holds, whatever C# type its value has.</summary>
public sealed class VerdictTests
{
    private static readonly Lazy<CompiledSchemas> Compiled = new(() =>
        CompiledSchemas.Of(Rows!.Select(row => row.Data.Item1))
    );

    public static TheoryData<string, string, bool> Rows { get; } =
        new()
        {
            // Maps.
            {
                """{"type":"object","additionalProperties":{"type":"string"},"required":["a"]}""",
                "{}",
                false
            },
            {
                """{"type":"object","additionalProperties":{"type":"string"},"required":["a"]}""",
                """{"a":"x"}""",
                true
            },
            {
                """{"type":"object","additionalProperties":{"type":"string"},"dependentRequired":{"a":["b"]}}""",
                """{"a":"x"}""",
                false
            },
            {
                """{"type":"object","additionalProperties":{"type":"string"},"if":{"required":["a"]},"then":{"required":["b"]}}""",
                """{"a":"x"}""",
                false
            },
            {
                """{"allOf":[{"type":"object","additionalProperties":false}],"type":"object","additionalProperties":{"type":"string"}}""",
                """{"a":"x"}""",
                false
            },
            // A null in place of a record or a tuple.
            { """{"properties":{"s":{}},"oneOf":[{},{}]}""", """null""", false },
            { """{"properties":{"s":{}},"not":{"type":"object"}}""", """null""", true },
            {
                """{"properties":{"a":{"properties":{"s":{}},"oneOf":[{},{}]}}}""",
                """{"a":null}""",
                false
            },
            {
                """{"properties":{"a":{"properties":{"s":{}},"oneOf":[{},{"type":"object"}]}}}""",
                """{"a":null}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":["object","null"],"properties":{"s":{}},"not":{"const":null}}}}""",
                """{"a":null}""",
                false
            },
            {
                """{"type":"object","required":["a"],"properties":{"a":{"type":["object","null"],"properties":{"s":{}},"not":{"const":null}}}}""",
                """{"a":{"s":1}}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":["array","null"],"prefixItems":[{"type":"string"}],"if":{"type":"null"},"then":false}}}""",
                """{"a":null}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"type":["array","null"],"prefixItems":[{"type":"string"}],"if":{"type":"null"},"then":false}}}""",
                """{"a":[1]}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"type":["array","null"],"prefixItems":[{"type":"string"}],"if":{"type":"null"},"then":false}}}""",
                """{"a":["x"]}""",
                true
            },
            // Conditions on any type.
            {
                """{"type":"string","if":{"minLength":3},"then":{"pattern":"^a"}}""",
                "\"bbb\"",
                false
            },
            {
                """{"type":"string","if":{"minLength":3},"then":{"pattern":"^a"}}""",
                "\"bb\"",
                true
            },
            { """{"type":"integer","if":{"minimum":3},"then":{"multipleOf":2}}""", "5", false },
            {
                """{"type":"array","items":{"type":"integer"},"if":{"minItems":2},"then":{"maxItems":3}}""",
                "[1,2,3,4]",
                false
            },
            // A type beside a reference.
            {
                """{"$ref":"#/$defs/x","type":"string","$defs":{"x":{"type":["string","null"]}}}""",
                "null",
                false
            },
            {
                """{"$ref":"#/$defs/x","type":"integer","$defs":{"x":{"type":"number"}}}""",
                "1.5",
                false
            },
            {
                """{"$ref":"#/$defs/x","type":"integer","$defs":{"x":{"type":"number"}}}""",
                "1.0",
                true
            },
            // What several schemas say of one member, item or map value.
            {
                """{"properties":{"a":{"type":"object","properties":{"x":{"type":"string"}}}},"allOf":[{"properties":{"a":{"required":["x"]}}}]}""",
                """{"a":{}}""",
                false
            },
            {
                """{"type":"array","items":{"type":"object","properties":{"x":{"type":"string"}}},"allOf":[{"items":{"required":["x"]}}]}""",
                "[{}]",
                false
            },
            {
                """{"type":"object","additionalProperties":{"type":"object","properties":{"x":{"type":"string"}}},"allOf":[{"additionalProperties":{"required":["x"]}}]}""",
                """{"a":{}}""",
                false
            },
            {
                """{"properties":{"a":{"oneOf":[{"type":"object","required":["k"],"properties":{"k":{"const":"a"}}},{"type":"object","required":["k"],"properties":{"k":{"const":"b"}}}]}},"allOf":[{"properties":{"a":{"required":["z"]}}}]}""",
                """{"a":{"k":"a"}}""",
                false
            },
            // A nested $id.
            {
                """{"$id":"https://a.example/root","properties":{"a":{"$id":"inner","$defs":{"t":{"type":"integer"}},"properties":{"b":{"$ref":"#/$defs/t"}}}},"$defs":{"t":{"type":"string"}}}""",
                """{"a":{"b":1}}""",
                true
            },
            {
                """{"$id":"https://a.example/root2","properties":{"a":{"$id":"inner2","$defs":{"t":{"type":"integer"}},"properties":{"b":{"$ref":"#/$defs/t"}}}},"$defs":{"t":{"type":"string"}}}""",
                """{"a":{"b":"x"}}""",
                false
            },
            // Letters beyond the BMP.
            { """{"type":"string","pattern":"^\\p{L}+$"}""", "\"𐐀\"", true },
            // The calendar's first days.
            { """{"type":"string","format":"date"}""", "\"0000-01-01\"", true },
            { """{"type":"string","format":"date-time"}""", "\"0001-01-01T00:00:00+01:00\"", true },
            // An if with one branch; constants; a definition without a name.
            { """{"if":{"const":1},"then":{"type":"string"}}""", "1", false },
            { """{"if":{"const":1},"else":{"type":"string"}}""", "2", false },
            { """{"if":{"type":"string"},"then":{"const":"a"}}""", "\"b\"", false },
            { """{"$ref":"#/$defs/","$defs":{"":{"type":"integer"}}}""", "\"a\"", false },
            // Items that are equal in C# and not in JSON.
            {
                """{"type":"array","uniqueItems":true,"items":{"type":"object","properties":{"a":{"type":["string","null"]}}}}""",
                """[{"a":null},{}]""",
                true
            },
            {
                """{"type":"array","uniqueItems":true,"items":{"type":"object","properties":{"a":{"type":"string"}}}}""",
                """[{"a":"1","b":1},{"a":"1","b":2}]""",
                true
            },
            {
                """{"type":"array","uniqueItems":true,"items":{"type":"object","properties":{"a":{"type":"string"}}}}""",
                """[{"a":"1","b":1},{"b":1,"a":"1"}]""",
                false
            },
            // Expressions of ECMA-262.
            { """{"type":"string","format":"regex"}""", "\"\\\\a\"", false },
            { """{"type":"string","format":"regex"}""", "\"(?i)\"", false },
            { """{"type":"string","format":"regex"}""", "\"[]\"", true },
            { """{"type":"string","pattern":"^[^]$"}""", "\"x\"", true },
            // Lists and maps of themselves.
            {
                """{"type":"object","properties":{"a":{"$ref":"#/$defs/l"}},"$defs":{"l":{"type":"array","items":{"$ref":"#/$defs/l"}}}}""",
                """{"a":[[],[[]]]}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"$ref":"#/$defs/l"}},"$defs":{"l":{"type":"array","items":{"$ref":"#/$defs/l"}}}}""",
                """{"a":[[],[1]]}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"$ref":"#/$defs/m"}},"$defs":{"m":{"type":"object","additionalProperties":{"$ref":"#/$defs/m"}}}}""",
                """{"a":{"b":{"c":1}}}""",
                false
            },
            // No type.
            { """{"properties":{"a":{"type":"string"}}}""", "42", true },
            { """{"properties":{"a":{"type":"string"}},"required":["a"]}""", "[]", true },
            { """{"properties":{"a":{"type":"string"}},"required":["a"]}""", "{}", false },
            { """{"type":["object","null"],"properties":{"a":{"type":"string"}}}""", "null", true },
            { """{"type":["object","null"],"properties":{"a":{"type":"string"}}}""", "1", false },
            // Limits that leave nothing, and enumerations that do.
            {
                """{"type":"string","minLength":5,"maxLength":2,"pattern":"^[a-z]*$"}""",
                "\"abc\"",
                false
            },
            { """{"enum":[1,"a",null,{"b":[1]}]}""", """{"b":[1.0]}""", true },
            { """{"enum":[]}""", "1", false },
            { """{"type":"string","enum":["Sample","<",">",""]}""", "\">\"", true },
            {
                """{"type":"string","enum":["a","b"],"oneOf":[{"const":"a"},{"const":"c"}]}""",
                "\"b\"",
                false
            },
            // Tuples.
            {
                """{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false,"minItems":1}""",
                """["a",1]""",
                true
            },
            {
                """{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false,"minItems":1}""",
                """["a",1,2]""",
                false
            },
            {
                """{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false,"minItems":1}""",
                "[]",
                false
            },
            {
                """{"type":"array","prefixItems":[{"type":"string"},{"type":["integer","null"]},{"type":"string"}]}""",
                """["a",null,"b",{}]""",
                true
            },
            // Numbers of any size.
            { """{"type":"integer"}""", "1234567890123456789012345678901234567890", true },
            {
                """{"type":"number","exclusiveMaximum":9.727837981879871e26}""",
                "9.727837981879871e26",
                false
            },
            // A number or a text.
            { """{"type":["number","string"],"minimum":2,"minLength":2}""", """2""", true },
            { """{"type":["number","string"],"minimum":2,"minLength":2}""", "\"ab\"", true },
            { """{"type":["number","string"],"minimum":2,"minLength":2}""", """1e300""", true },
            { """{"type":["number","string"],"minimum":2,"minLength":2}""", """1""", false },
            { """{"type":["number","string"],"minimum":2,"minLength":2}""", "\"a\"", false },
            { """{"type":["number","string"],"minimum":2,"minLength":2}""", "\"😀\"", false },
            { """{"type":["number","string"],"minimum":2,"minLength":2}""", """null""", false },
            { """{"type":["number","string"],"minimum":2,"minLength":2}""", """[]""", false },
            // Members without a type.
            {
                """{"properties":{"a":{"type":"string"},"b":{"type":["string","null"]}},"required":["b"]}""",
                """{"b":null}""",
                true
            },
            {
                """{"properties":{"a":{"type":"string"},"b":{"type":["string","null"]}},"required":["b"]}""",
                """1""",
                true
            },
            {
                """{"properties":{"a":{"type":"string"},"b":{"type":["string","null"]}},"required":["b"]}""",
                """[]""",
                true
            },
            {
                """{"properties":{"a":{"type":"string"},"b":{"type":["string","null"]}},"required":["b"]}""",
                """null""",
                true
            },
            {
                """{"properties":{"a":{"type":"string"},"b":{"type":["string","null"]}},"required":["b"]}""",
                """{"a":"x","b":"y"}""",
                true
            },
            {
                """{"properties":{"a":{"type":"string"},"b":{"type":["string","null"]}},"required":["b"]}""",
                """{}""",
                false
            },
            {
                """{"properties":{"a":{"type":"string"},"b":{"type":["string","null"]}},"required":["b"]}""",
                """{"a":1,"b":null}""",
                false
            },
            {
                """{"properties":{"a":{"type":"string"},"b":{"type":["string","null"]}},"required":["b"]}""",
                """{"a":"x"}""",
                false
            },
            // A constant of any type.
            { """{"const":{"a":[1,null]}}""", """{"a":[1.0,null]}""", true },
            { """{"const":{"a":[1,null]}}""", """{"a":[1]}""", false },
            { """{"const":{"a":[1,null]}}""", """{"a":[null,1]}""", false },
            { """{"const":{"a":[1,null]}}""", """null""", false },
            { """{"const":{"a":[1,null]}}""", """{"a":[1,null],"b":1}""", false },
            // Values of several types.
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", """null""", true },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", """1.0""", true },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", "\"a\"", true },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", """true""", true },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", """[1]""", true },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", """{"a":1.0}""", true },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", """2""", false },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", "\"b\"", false },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", """false""", false },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", """[]""", false },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", """[1,1]""", false },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", """{}""", false },
            { """{"enum":[null,1,"a",true,[1],{"a":1}]}""", """{"a":1,"b":2}""", false },
            // A number of members.
            {
                """{"type":"object","properties":{"a":{"type":"integer"}},"minProperties":1,"maxProperties":2}""",
                """{"a":1}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":"integer"}},"minProperties":1,"maxProperties":2}""",
                """{"x":1,"y":2}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":"integer"}},"minProperties":1,"maxProperties":2}""",
                """{}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"type":"integer"}},"minProperties":1,"maxProperties":2}""",
                """{"a":1,"b":2,"c":3}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"type":"integer"}},"minProperties":1,"maxProperties":2}""",
                """{"a":"1"}""",
                false
            },
            // One or the other.
            {
                """{"anyOf":[{"type":"string","maxLength":3},{"type":"integer","minimum":5}]}""",
                "\"abc\"",
                true
            },
            {
                """{"anyOf":[{"type":"string","maxLength":3},{"type":"integer","minimum":5}]}""",
                """5""",
                true
            },
            {
                """{"anyOf":[{"type":"string","maxLength":3},{"type":"integer","minimum":5}]}""",
                """7.0""",
                true
            },
            {
                """{"anyOf":[{"type":"string","maxLength":3},{"type":"integer","minimum":5}]}""",
                "\"abcd\"",
                false
            },
            {
                """{"anyOf":[{"type":"string","maxLength":3},{"type":"integer","minimum":5}]}""",
                """4""",
                false
            },
            {
                """{"anyOf":[{"type":"string","maxLength":3},{"type":"integer","minimum":5}]}""",
                """null""",
                false
            },
            {
                """{"anyOf":[{"type":"string","maxLength":3},{"type":"integer","minimum":5}]}""",
                """5.5""",
                false
            },
            // One, the other or both.
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""",
                """{"a":""}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""",
                """{"b":""}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""",
                """{"a":"","b":""}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""",
                """{}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""",
                """{"c":1}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""",
                """{"a":1}""",
                false
            },
            // One and not the other.
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}""",
                """{"a":""}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}""",
                """{"b":""}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}""",
                """{}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}""",
                """{"a":"","b":""}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}""",
                """{"c":1}""",
                false
            },
            // Not so.
            { """{"type":"string","not":{"enum":["a","b"]}}""", "\"c\"", true },
            { """{"type":"string","not":{"enum":["a","b"]}}""", "\"\"", true },
            { """{"type":"string","not":{"enum":["a","b"]}}""", "\"a\"", false },
            { """{"type":"string","not":{"enum":["a","b"]}}""", "\"b\"", false },
            { """{"type":"string","not":{"enum":["a","b"]}}""", """1""", false },
            // Neither.
            {
                """{"type":"integer","not":{"anyOf":[{"minimum":10},{"multipleOf":2}]}}""",
                """9""",
                true
            },
            {
                """{"type":"integer","not":{"anyOf":[{"minimum":10},{"multipleOf":2}]}}""",
                """1""",
                true
            },
            {
                """{"type":"integer","not":{"anyOf":[{"minimum":10},{"multipleOf":2}]}}""",
                """-3""",
                true
            },
            {
                """{"type":"integer","not":{"anyOf":[{"minimum":10},{"multipleOf":2}]}}""",
                """10""",
                false
            },
            {
                """{"type":"integer","not":{"anyOf":[{"minimum":10},{"multipleOf":2}]}}""",
                """11""",
                false
            },
            {
                """{"type":"integer","not":{"anyOf":[{"minimum":10},{"multipleOf":2}]}}""",
                """2""",
                false
            },
            {
                """{"type":"integer","not":{"anyOf":[{"minimum":10},{"multipleOf":2}]}}""",
                """0""",
                false
            },
            {
                """{"type":"integer","not":{"anyOf":[{"minimum":10},{"multipleOf":2}]}}""",
                "\"x\"",
                false
            },
            // Alternatives under a condition, and digits with a fraction of zeros.
            {
                """{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"type":"object","required":["type","id"],"properties":{"type":{"type":"string"},"id":{"type":"string"}}}},"to":{"type":"string"}},"if":{"properties":{"items":{"items":{"anyOf":[{"properties":{"type":{"pattern":"[Tt]icket"}},"required":["type"]},{"properties":{"id":{"enum":["fee"]}},"required":["id"]}]}}}},"else":{"required":["to"]}}""",
                """{"items":[{"type":"x","id":"1"}]}""",
                false
            },
            {
                """{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"type":"object","required":["type","id"],"properties":{"type":{"type":"string"},"id":{"type":"string"}}}},"to":{"type":"string"}},"if":{"properties":{"items":{"items":{"anyOf":[{"properties":{"type":{"pattern":"[Tt]icket"}},"required":["type"]},{"properties":{"id":{"enum":["fee"]}},"required":["id"]}]}}}},"else":{"required":["to"]}}""",
                """{"items":[{"type":"e-ticket","id":"1"}]}""",
                true
            },
            {
                """{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"type":"object","required":["type","id"],"properties":{"type":{"type":"string"},"id":{"type":"string"}}}},"to":{"type":"string"}},"if":{"properties":{"items":{"items":{"anyOf":[{"properties":{"type":{"pattern":"[Tt]icket"}},"required":["type"]},{"properties":{"id":{"enum":["fee"]}},"required":["id"]}]}}}},"else":{"required":["to"]}}""",
                """{"items":[{"type":"e-ticket","id":"1"},{"type":"x","id":"fee"}]}""",
                true
            },
            {
                """{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"type":"object","required":["type","id"],"properties":{"type":{"type":"string"},"id":{"type":"string"}}}},"to":{"type":"string"}},"if":{"properties":{"items":{"items":{"anyOf":[{"properties":{"type":{"pattern":"[Tt]icket"}},"required":["type"]},{"properties":{"id":{"enum":["fee"]}},"required":["id"]}]}}}},"else":{"required":["to"]}}""",
                """{"items":[{"type":"e-ticket","id":"1"},{"type":"x","id":"fees"}]}""",
                false
            },
            {
                """{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"type":"object","required":["type","id"],"properties":{"type":{"type":"string"},"id":{"type":"string"}}}},"to":{"type":"string"}},"if":{"properties":{"items":{"items":{"anyOf":[{"properties":{"type":{"pattern":"[Tt]icket"}},"required":["type"]},{"properties":{"id":{"enum":["fee"]}},"required":["id"]}]}}}},"else":{"required":["to"]}}""",
                """{"items":[{"type":"x","id":"1"}],"to":"a"}""",
                true
            },
            {
                """{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"type":"object","required":["type","id"],"properties":{"type":{"type":"string"},"id":{"type":"string"}}}},"to":{"type":"string"}},"if":{"properties":{"items":{"items":{"anyOf":[{"properties":{"type":{"pattern":"[Tt]icket"}},"required":["type"]},{"properties":{"id":{"enum":["fee"]}},"required":["id"]}]}}}},"else":{"required":["to"]}}""",
                """{"items":[]}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"},"c":{"type":"string"}},"if":{"anyOf":[{"required":["a"]},{"properties":{"b":{"const":"x"}},"required":["b"]}]},"then":{"required":["c"]}}""",
                """{"a":"1"}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"},"c":{"type":"string"}},"if":{"anyOf":[{"required":["a"]},{"properties":{"b":{"const":"x"}},"required":["b"]}]},"then":{"required":["c"]}}""",
                """{"b":"x"}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"},"c":{"type":"string"}},"if":{"anyOf":[{"required":["a"]},{"properties":{"b":{"const":"x"}},"required":["b"]}]},"then":{"required":["c"]}}""",
                """{"b":"y"}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"},"c":{"type":"string"}},"if":{"anyOf":[{"required":["a"]},{"properties":{"b":{"const":"x"}},"required":["b"]}]},"then":{"required":["c"]}}""",
                """{}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"},"c":{"type":"string"}},"if":{"anyOf":[{"required":["a"]},{"properties":{"b":{"const":"x"}},"required":["b"]}]},"then":{"required":["c"]}}""",
                """{"a":"1","c":"2"}""",
                true
            },
            {
                """{"type":"object","properties":{"n":{"type":["integer","string"],"pattern":"^[0-9]+(?:\\.0+)?$"}}}""",
                """{"n":"1000.00"}""",
                true
            },
            {
                """{"type":"object","properties":{"n":{"type":["integer","string"],"pattern":"^[0-9]+(?:\\.0+)?$"}}}""",
                """{"n":1000.00}""",
                true
            },
            {
                """{"type":"object","properties":{"n":{"type":["integer","string"],"pattern":"^[0-9]+(?:\\.0+)?$"}}}""",
                """{"n":"1000"}""",
                true
            },
            {
                """{"type":"object","properties":{"n":{"type":["integer","string"],"pattern":"^[0-9]+(?:\\.0+)?$"}}}""",
                """{"n":"1000."}""",
                false
            },
            {
                """{"type":"object","properties":{"n":{"type":["integer","string"],"pattern":"^[0-9]+(?:\\.0+)?$"}}}""",
                """{"n":".00"}""",
                false
            },
            {
                """{"type":"object","properties":{"n":{"type":["integer","string"],"pattern":"^[0-9]+(?:\\.0+)?$"}}}""",
                """{"n":"1000.01"}""",
                false
            },
            {
                """{"type":"object","properties":{"n":{"type":["integer","string"],"pattern":"^[0-9]+(?:\\.0+)?$"}}}""",
                """{"n":"1.0.0"}""",
                false
            },
            {
                """{"type":"object","properties":{"n":{"type":["integer","string"],"pattern":"^[0-9]+(?:\\.0+)?$"}}}""",
                """{"n":1000.5}""",
                false
            },
            // More than 64 members.
            { ManyMembers(70), """{"m69":"x","m0":"y"}""", true },
            { ManyMembers(70), """{"m69":1}""", false },
            // Unevaluated members.
            {
                """{"type":"object","properties":{"a":{"type":"string"}},"allOf":[{"properties":{"b":{"type":"string"}}}],"unevaluatedProperties":false}""",
                """{"a":"1","b":"2"}""",
                true
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"}},"allOf":[{"properties":{"b":{"type":"string"}}}],"unevaluatedProperties":false}""",
                """{"c":"1"}""",
                false
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"}},"anyOf":[{"properties":{"b":{"type":"string"}},"required":["b"]},true],"unevaluatedProperties":false}""",
                """{"a":"1","b":1}""",
                false
            },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Strict_reading_gives_the_verdict_of_json_schema(
        string schema,
        string instance,
        bool isValid
    )
    {
        var errors = Compiled.Value.Errors(schema, instance);

        Assert.True(errors.IsValid == isValid, errors.ToString());
    }

    private static string ManyMembers(int count) =>
        """{"type":"object","properties":{"""
        + string.Join(
            ',',
            Enumerable.Range(0, count).Select(i => $"\"m{i}\":{{\"type\":\"string\"}}")
        )
        + "}}";
}
