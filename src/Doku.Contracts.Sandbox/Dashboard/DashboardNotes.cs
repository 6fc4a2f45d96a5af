using System.Globalization;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>What came of the latest buttons, to be said on the page that follows; the address carries a number alone.</summary>
internal sealed class DashboardNotes
{
    private const int Remembered = 32;

    private readonly Lock _gate = new();
    private readonly Queue<(long Number, DashboardNote Note)> _notes = new();
    private long _number;

    /// <summary>The address with the note's number in it.</summary>
    internal string Add(string address, DashboardNote note)
    {
        lock (_gate)
        {
            _notes.Enqueue((++_number, note));
            if (_notes.Count > Remembered)
            {
                _notes.Dequeue();
            }
            var sign = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            return string.Create(CultureInfo.InvariantCulture, $"{address}{sign}note={_number}");
        }
    }

    internal DashboardNote? Find(string? number)
    {
        lock (_gate)
        {
            return long.TryParse(
                number,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var wanted
            )
                ? _notes.FirstOrDefault(one => one.Number == wanted).Note
                : null;
        }
    }
}

/// <summary>What a button did, or why it could not.</summary>
/// <param name="Words">In words.</param>
/// <param name="IsRefusal">True when nothing was done.</param>
internal sealed record DashboardNote(string Words, bool IsRefusal = false);
