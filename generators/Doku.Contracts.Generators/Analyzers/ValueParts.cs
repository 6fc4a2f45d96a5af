using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Doku.Contracts.Generators.Analyzers;

/// <summary>The expressions that a value can come from, as far as they can be seen: constants and lists.</summary>
internal static class ValueParts
{
    public static IEnumerable<IOperation> Of(IOperation value)
    {
        if (value.ConstantValue.HasValue)
        {
            return [value];
        }

        return value switch
        {
            // A constant made nullable is no constant any more, and a collection expression is converted to its list.
            IConversionOperation { Conversion: { IsImplicit: true, IsUserDefined: false } } c => Of(
                c.Operand
            ),
            IConditionalOperation { WhenFalse: { } otherwise } conditional =>
            [
                .. Of(conditional.WhenTrue),
                .. Of(otherwise),
            ],
            ICoalesceOperation coalesce => [.. Of(coalesce.Value), .. Of(coalesce.WhenNull)],
            ISwitchExpressionOperation @switch => @switch.Arms.SelectMany(arm => Of(arm.Value)),
            ICollectionExpressionOperation => [value],
            _ => [],
        };
    }
}
