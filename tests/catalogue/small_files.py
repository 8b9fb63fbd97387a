"""A small catalogue as files: one of each kind."""

SITES = "site,site_name,city\nINN,Riverside Inn,Nashik\n"
POLICIES = "policy,policy_name,hours_before,refund_percent\nEASY,Free,24,100\nEASY,Free,0,50\n"
ROOMS = (
    "room_type,site,name,room_numbers,adults_max,children_max,persons_max,policy\n"
    "TWIN,INN,Twin,101-103,2,1,3,EASY\n"
)
MEALS = "room_type,meal_plan,meal_plan_name,supplement\nTWIN,RO,Room only,0\nTWIN,CP,Breakfast,450\n"
SERVICES = (
    "service,site,name,origin,destination,departs,duration_minutes,policy,coach\n"
    "SUR07,INN,Surat 07:00,Nashik,Surat,07:00,330,EASY,MINI\n"
)
SEATS = "coach,seat,row,column\nMINI,1A,1,1\nMINI,1B,1,2\n"
STOPS = "service,direction,stop,after_minutes\nSUR07,boarding,CBS,0\nSUR07,dropping,Surat,330\n"
TOURS = (
    "tour,site,name,starts,duration_minutes,places,persons_min,persons_max,policy\n"
    "WINE,INN,Vineyard,15:00,240,16,2,8,EASY\n"
)
RATES = (
    'offering,price,from_day,to_day,weekdays\nTWIN,"3,400.50",2026-12-01,2026-12-10,\n'
    "SUR07,420,2026-12-01,2026-12-10,\nWINE,1250,2026-12-01,2026-12-31,sat sun\n"
)
TAXES = "tax_on,tax_percent,over,up_to\nroom,5,,7500\nroom,18,7500,\n"
PROMOS = "promo,applies_to,percent,cap\nRIVER10,room,10,500\n"

SMALL = {
    "sites": SITES,
    "policies": POLICIES,
    "rooms": ROOMS,
    "meals": MEALS,
    "services": SERVICES,
    "seats": SEATS,
    "stops": STOPS,
    "tours": TOURS,
    "rates": RATES,
    "taxes": TAXES,
    "promos": PROMOS,
}
