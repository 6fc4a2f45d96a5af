using System.Text.Json.Nodes;
using Doku.Contracts.Sandbox.Schemas;

namespace Doku.Contracts.Sandbox.Answers;

/// <summary>Knows what belongs at a place of an answer.</summary>
internal interface IAnswerFacts
{
    /// <summary>The value, or null when nothing is known.</summary>
    /// <param name="path">Member names from the root; <c>*</c> stands for an item of an array.</param>
    /// <param name="place">The value's schema.</param>
    /// <param name="shape">Reads it.</param>
    JsonNode? Find(IReadOnlyList<string> path, SchemaPlace place, SchemaShape shape);
}
