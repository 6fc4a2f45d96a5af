namespace Storefront.Pages;

/// <summary>The drawings on the shelf, in the shop's own hand: no picture comes from another host.</summary>
internal static class Pictures
{
    internal static string Draw(string name) =>
        name switch
        {
            "KOPI-GAYO-500" => Frame("#e9dcc6", Coffee),
            "BATIK-MEGA-L" => Frame("#d3e0ec", Batik),
            "HEADSET-SENYAP" => Frame("#dcd9ea", Headphones),
            _ => """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#9a3b26"/><g fill="#fff"><circle cx="9" cy="16" r="3.4"/><circle cx="16" cy="16" r="3.4"/><circle cx="23" cy="16" r="3.4"/></g></svg>
                """,
        };

    private const string Coffee = """
        <path d="M122 52h76l8 116a8 8 0 0 1-8 8h-76a8 8 0 0 1-8-8z" fill="#5b3a28"/>
        <path d="M120 40h80v16h-80z" fill="#3f2719"/>
        <rect x="126" y="88" width="68" height="56" rx="4" fill="#f6ecd9"/>
        <g transform="rotate(28 160 116)"><ellipse cx="160" cy="116" rx="13" ry="19" fill="#7b4a2d"/><path d="M160 98c-6 12 6 24 0 36" fill="none" stroke="#f6ecd9" stroke-width="3"/></g>
        <g fill="#7b4a2d"><ellipse cx="84" cy="166" rx="12" ry="8"/><ellipse cx="232" cy="170" rx="12" ry="8"/><ellipse cx="250" cy="158" rx="11" ry="7"/></g>
        """;

    private const string Batik = """
        <path d="M126 36l-52 26 16 44 20-8v76h100V98l20 8 16-44-52-26c-6 16-62 16-68 0z" fill="#1f4e79"/>
        <path d="M126 36c6 16 62 16 68 0l-34 30z" fill="#163a5c"/>
        <path d="M160 66v108" stroke="#163a5c" stroke-width="3"/>
        <g fill="none" stroke="#bcd7ee" stroke-width="3" stroke-linecap="round"><path d="M116 112c0-10 14-10 14 0 0-8 14-8 14 2 6 0 6 8 0 8h-28c-8 0-8-10 0-10z"/><path d="M176 88c0-8 12-8 12 0 0-7 12-6 12 2 5 0 5 7 0 7h-24c-7 0-7-9 0-9z"/><path d="M174 142c0-10 14-10 14 0 0-8 14-8 14 2 5 0 5 8 0 8h-28c-8 0-8-10 0-10z"/><path d="M120 152c0-7 10-7 10 0 0-6 10-6 10 2 4 0 4 6 0 6h-20c-6 0-6-8 0-8z"/></g>
        """;

    private const string Headphones = """
        <path d="M94 124v-14a66 66 0 0 1 132 0v14" fill="none" stroke="#2f2a45" stroke-width="13" stroke-linecap="round"/>
        <rect x="78" y="112" width="34" height="58" rx="15" fill="#4b4370"/><rect x="208" y="112" width="34" height="58" rx="15" fill="#4b4370"/>
        <rect x="104" y="118" width="14" height="46" rx="7" fill="#2f2a45"/><rect x="202" y="118" width="14" height="46" rx="7" fill="#2f2a45"/>
        """;

    private static string Frame(string background, string drawing) =>
        $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200">
            <rect width="320" height="200" fill="{background}"/>
            {drawing}
            </svg>
            """;
}
