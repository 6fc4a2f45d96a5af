using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;
using Doku.Contracts.SchemaFuzz.Checking;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <summary>Makes cases, each from a seed of its own.</summary>
internal static class CaseMaker
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    private const int ByDesign = 7;
    private const int ByMutation = 6;
    private const int ByChance = 2;

    /// <param name="seed">The run's.</param>
    /// <param name="number">The case's.</param>
    /// <param name="assertsFormat">Whether <c>format</c> is asserted.</param>
    public static FuzzCase Make(int seed, int number, bool assertsFormat)
    {
        var dice = new Dice(unchecked((seed * 1_000_003) + number));
        var values = new ValueMaker(dice) { HasBigNumbers = number % 25 == 7 };
        var definitions = new Definitions(dice);
        var maker = new SchemaMaker(dice, values, definitions) { AssertsFormat = assertsFormat };
        var files = Files(dice, definitions, maker);
        if (dice.Percent(60))
        {
            var count = 0;
            foreach (var file in files)
            {
                Records.Name(file.Schema, ref count);
            }
        }

        return new FuzzCase(
            number,
            files,
            Instances(dice, values, files[0].Schema, definitions.Targets)
        )
        {
            AssertsFormat = assertsFormat,
            IsBeyondJudges = values.HasBigNumbers,
        };
    }

    private static List<CaseFile> Files(Dice dice, Definitions definitions, SchemaMaker maker)
    {
        string[] paths = dice.Percent(15) ? ["root.json", "other.json"] : ["root.json"];
        definitions.Plan(paths, dice.Weighted((45, 0), (25, 1), (15, 2), (15, 4)));
        var files = paths
            .Select(path => new CaseFile(
                path,
                maker.Root(new Scope(path == "root.json" ? 4 : 2, -1, false, path, null, []))
            ))
            .ToList();
        var hasIdentifiers = dice.Percent(10);
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i].Schema is not JsonObject && definitions.All.Count > 0)
            {
                files[i] = files[i] with { Schema = new JsonObject() };
            }

            definitions.Made(Definitions.RootOf(files[i].Path), files[i].Schema);
            if (files[i].Schema is JsonObject schema)
            {
                Head(dice, schema, files[i].Path, hasIdentifiers);
                Define(definitions, maker, schema, files[i].Path);
            }
        }

        return files;
    }

    private static void Head(Dice dice, JsonObject schema, string path, bool hasIdentifiers)
    {
        if (dice.Percent(60))
        {
            schema.Insert(0, "$schema", Dialect);
        }

        if (hasIdentifiers)
        {
            schema["$id"] = $"https://fuzz.example{FuzzCase.AnyFolder}{path}";
        }
    }

    private static void Define(
        Definitions definitions,
        SchemaMaker maker,
        JsonObject file,
        string path
    )
    {
        var here = definitions.All.Where(d => d.File == path).ToList();
        if (here.Count == 0)
        {
            return;
        }

        if (here.Exists(d => d.Kind == DefinitionKind.Dynamic) && maker.Dice.Percent(50))
        {
            file["$dynamicAnchor"] = "node";
        }

        var defined = new JsonObject();
        foreach (var definition in here)
        {
            var schema = maker.Schema(
                new Scope(
                    2,
                    definition.Index,
                    false,
                    path,
                    definition.HasIdentifier ? definition.Identifier : null,
                    []
                )
            );
            if (definition.Kind != DefinitionKind.Pointer && schema is not JsonObject)
            {
                schema = new JsonObject();
            }

            if (definition.HasIdentifier)
            {
                ((JsonObject)schema).Insert(0, "$id", definition.Identifier);
            }

            if (definition.Kind == DefinitionKind.Anchor)
            {
                schema["$anchor"] = definition.Anchor;
            }
            else if (definition.Kind == DefinitionKind.Dynamic)
            {
                schema["$dynamicAnchor"] = "node";
            }

            definitions.Made(definition.Index, schema);
            defined[definition.Name] = schema;
        }

        file["$defs"] = defined;
    }

    private static List<string> Instances(
        Dice dice,
        ValueMaker values,
        JsonNode root,
        ILookup<JsonObject, JsonNode> targets
    )
    {
        var maker = new InstanceMaker(dice, values, targets);
        var mutations = new Mutations(dice, values);
        var made = Enumerable.Range(0, ByDesign).Select(_ => maker.Make(root)).ToList();
        return
        [
            .. made.Concat(
                    Enumerable
                        .Range(0, ByMutation)
                        .Select(_ => mutations.Of(dice.Of(made)?.DeepClone()))
                )
                .Concat(Enumerable.Range(0, ByChance).Select(_ => values.Any()))
                .Select(Json.Text)
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
