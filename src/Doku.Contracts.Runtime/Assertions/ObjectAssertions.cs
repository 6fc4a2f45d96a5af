namespace Doku.Contracts.Runtime.Assertions;

/// <summary>An assertion about an object's members, which holds for any other value.</summary>
internal abstract class ObjectAssertion : Assertion
{
    internal sealed override bool Holds(ref Judgement judgement, int at, Marks evaluated) =>
        judgement.View[at].Kind != JsonKind.Object || HoldsMembers(ref judgement, at, evaluated);

    protected abstract bool HoldsMembers(ref Judgement judgement, int at, Marks evaluated);
}

/// <summary><c>required</c>.</summary>
internal sealed class RequiredAssertion(string[] names) : ObjectAssertion
{
    private readonly NameIndex _index = new(names);

    protected override bool HoldsMembers(ref Judgement judgement, int at, Marks evaluated)
    {
        var met = judgement.BeginMarks(names.Length);
        var view = judgement.View;
        for (var name = at + 1; name < view[at].Next; name = view[name + 1].Next)
        {
            var place = _index.Find(judgement.Text(name));
            if (place >= 0)
            {
                judgement.Mark(met, place);
            }
        }

        var holds = true;
        for (var i = 0; i < names.Length && (holds || judgement.IsReporting); i++)
        {
            // A name that the schema repeats has its first place.
            if (!judgement.IsMarked(met, _index.Find(names[i])))
            {
                holds = false;
                if (judgement.IsReporting)
                {
                    judgement.AddMissing(at, names[i]);
                }
            }
        }

        judgement.End(met, Marks.None);
        return holds;
    }
}

/// <summary><c>dependentSchemas</c>, one member of it; <c>dependentRequired</c> with a schema that requires.</summary>
internal sealed class DependentAssertion(string name, Assertion schema) : ObjectAssertion
{
    protected override bool HoldsMembers(ref Judgement judgement, int at, Marks evaluated) =>
        !judgement.HasMember(at, name) || schema.Holds(ref judgement, at, evaluated);
}

/// <summary><c>propertyNames</c>.</summary>
internal sealed class PropertyNamesAssertion(Assertion schema) : ObjectAssertion
{
    protected override bool HoldsMembers(ref Judgement judgement, int at, Marks evaluated)
    {
        var holds = true;
        var view = judgement.View;
        for (
            var name = at + 1;
            name < view[at].Next && (holds || judgement.IsReporting);
            name = view[name + 1].Next
        )
        {
            holds &= judgement.HoldsInside(schema, name);
        }

        return holds;
    }
}
